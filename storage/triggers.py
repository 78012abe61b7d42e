"""What the database itself refuses: to change or cut the ledger while its dialogue lives."""

TRIGGERS = (
    """
    CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the ledger is only ever appended to'); END
    """,
    """
    CREATE TRIGGER ledger_is_never_cut BEFORE DELETE ON ledger
    WHEN EXISTS (SELECT 1 FROM dialogue WHERE dialogue.id = OLD.dialogue)
    BEGIN SELECT RAISE(ABORT, 'the ledger is kept as long as its dialogue'); END
    """,
    """
    CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'words are followed by a revision, never changed'); END
    """,
    """
    CREATE TRIGGER ledger_goes_with_dialogue AFTER DELETE ON dialogue
    BEGIN DELETE FROM ledger WHERE ledger.dialogue = OLD.id; END
    """,
)
