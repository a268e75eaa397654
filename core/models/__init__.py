"""The networks, their files and their predictions; the library is not known here."""
