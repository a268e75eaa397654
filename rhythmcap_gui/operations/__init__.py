"""The verbs: each takes the context, does one thing to the library, the sound or the models.

A verb that changes the library commits first, notifies the session of what changed, and returns
it. Only the main thread calls verbs, so only the main thread touches the database. Verbs open no
dialog. This folder itself holds what verbs of all rooms use.
"""
