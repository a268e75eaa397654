"""Small widgets and wordings that several rooms share. Imports no other room."""
