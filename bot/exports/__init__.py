"""
The record as a file: text made from facts, in pieces, without touching a disk.

A page for people is first made a `Document` (`record_document.py`) and then written as Markdown or
HTML. CSV, JSON and open data are written from the `Excerpt` itself. What leaves here was allowed to
leave by `dialogue/visibility.py`; only `own_data.py` takes a whole `Record`, for one member's own things.
"""
