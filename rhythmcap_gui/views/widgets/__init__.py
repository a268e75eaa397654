"""Small widgets and wordings that several packages of views share. Imports none of them."""
