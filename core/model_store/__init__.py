"""The models of a library as files: registry and orphans. Loads no network."""
