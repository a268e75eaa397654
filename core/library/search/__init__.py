"""From a search line to song ids, orders and counts. Changes nothing."""
