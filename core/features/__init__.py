"""Features for models and pictures for the eye, made of a sound and cached; no network here."""
