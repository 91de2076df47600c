"""The operational rooms, where the work itself happens. No desk knows another."""
