"""A large collection, analysed in parts by many processes that share one folder and no database.

The plan, the record of each part and the file of each song are whole files or none; how a sound is
read and scored is known in features and models.
"""
