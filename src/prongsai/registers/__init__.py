"""What an office keeps and every room uses: each thing once, below both the yearly job and the desks."""
