"""Operations: each takes the context, does one thing to the library, the sound or the models.

One that changes the library commits first, notifies the session of what changed, and returns it.
Only the main thread calls operations, so only the main thread touches the database. They open no
dialog. The modules of this package itself are what operations of all its packages use.
"""
