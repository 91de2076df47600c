"""`python -m bench`: run every case and print ratios."""

from bench.cases import cases
from bench.reports import show_memory
from bench.side_by_side import show
from bench.start import show_start

for case in cases():
    show(case)
show_memory()
show_start()
