"""Files for other programs and people, one module a format. Decides no tags, learns nothing."""
