"""An adviser sees of many agencies what each of them submitted, and no other row."""
