"""One calm design: tokens, components, pages everybody shares."""
