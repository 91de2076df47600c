"""Pages for an agency's own facts: units, posts, people, who acts, working days."""
