"""
The second wall on PostgreSQL: the database itself shows a transaction only the workspace it is in.

The address in DATABASE_URL names the owner. The owner makes a role that may not log in and owns nothing,
and every connection of a running bot goes on as that role. What the role may not do, no fault of ours
can do: change or cut the ledger, change words, or see a row of a workspace that it has not entered.
"""

from sqlalchemy import Connection

from storage.schema import T

EVERYWHERE = "*"
"""Where somebody is who looks across all workspaces: claims, the operator's status, the proof, a backup."""
ROLE = "counterpoint_bot"
SETTING = "counterpoint.workspace"

FUNCTIONS = (
    """
    CREATE OR REPLACE FUNCTION ledger_is_only_appended() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the ledger is only ever appended to' USING ERRCODE = '23000'; END $$
    """,
    """
    CREATE OR REPLACE FUNCTION ledger_stays() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
        IF EXISTS (SELECT 1 FROM dialogue WHERE dialogue.id = OLD.dialogue) THEN
            RAISE EXCEPTION 'the ledger is kept as long as its dialogue' USING ERRCODE = '23000';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION words_are_never_changed() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
        RAISE EXCEPTION 'words are followed by a revision, never changed' USING ERRCODE = '23000';
    END $$
    """,
    # The role may not delete from the ledger, so its entries go by the hand of the owner.
    """
    CREATE OR REPLACE FUNCTION ledger_goes_with_its_dialogue() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS
    $$ BEGIN
        DELETE FROM ledger WHERE ledger.dialogue = OLD.id;
        RETURN OLD;
    END $$
    """,
)
TRIGGERS = {
    "ledger_is_never_changed":
        "BEFORE UPDATE ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_is_only_appended()",
    "ledger_is_never_cut": "BEFORE DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_stays()",
    "revision_is_never_changed":
        "BEFORE UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION words_are_never_changed()",
    "ledger_goes_with_dialogue":
        "AFTER DELETE ON dialogue FOR EACH ROW EXECUTE FUNCTION ledger_goes_with_its_dialogue()",
}  # fmt: skip
TABLES = tuple(table for name, table in vars(T).items() if not name.startswith("_"))


def enter(connection: Connection, workspace: str) -> None:
    """Let the transaction see this workspace from now on, and no other."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT set_config('{SETTING}', %s, true)", (workspace,))


def build_walls(connection: Connection) -> None:
    """Give the role what it needs and no more, and put every table behind the wall, whatever was before."""
    for words in FUNCTIONS:
        connection.exec_driver_sql(words)
    for name, when in TRIGGERS.items():
        table = when.partition(" ON ")[2].partition(" ")[0]
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {when}")
    schema = connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {ROLE}")
    connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {ROLE}")
    for table in TABLES:
        rights = "SELECT, INSERT" if table is T.ledger else "SELECT, INSERT, UPDATE, DELETE"
        connection.exec_driver_sql(f"REVOKE ALL ON {table.name} FROM {ROLE}")
        connection.exec_driver_sql(f"GRANT {rights} ON {table.name} TO {ROLE}")
        if "workspace" in table.c:
            _build_wall(connection, table.name)


def _build_wall(connection: Connection, table: str) -> None:
    here = f"current_setting('{SETTING}', true)"
    connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    connection.exec_driver_sql(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    connection.exec_driver_sql(f"DROP POLICY IF EXISTS one_workspace ON {table}")
    connection.exec_driver_sql(
        f"CREATE POLICY one_workspace ON {table} USING (workspace = {here} OR {here} = '{EVERYWHERE}')"
    )
