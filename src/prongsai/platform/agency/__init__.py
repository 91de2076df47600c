"""An agency: units, posts, people and its calendar."""
