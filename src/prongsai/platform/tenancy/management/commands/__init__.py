"""Commands of tenancy, for `prongsai manage`."""
