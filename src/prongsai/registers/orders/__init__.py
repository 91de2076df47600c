"""The register of orders and announcements."""
