"""From a search line to song ids, orders and counts. Changes no song and no decision."""
