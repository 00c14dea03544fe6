"""Search: what can be found, and the index of its words.

Revision: 2026_11_23_search
Before: 2026_11_23_in_motion

The entries of records that are there already are made when the program has migrated, or when it starts:
their words are folded, which no database can.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_search"
down_revision = "2026_11_23_in_motion"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column(
            "sort_key", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("start", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_search_entry_department_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("kind", "record_id", name=op.f("uq_search_entry_kind_record_id")),
    )
    op.create_index("ix_search_entry_order", "search_entry", ["kind", "sort_key", "record_id"])
    if op.get_bind().dialect.name == "postgresql":
        _index_postgresql()
    else:
        _index_sqlite()


def _index_postgresql() -> None:
    # The words are separated already: PostgreSQL's own parser would take some of them apart.
    op.execute(
        "ALTER TABLE search_entry ADD COLUMN tokens tsvector"
        " GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED"
    )
    op.execute(
        "CREATE INDEX ix_search_entry_tokens ON search_entry USING gin (tokens) WITH (fastupdate = off)"
    )


def _index_sqlite() -> None:
    # "ascii": letters beyond ASCII are part of words as they stand, so only our spaces separate.
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5("
        "words, content='search_entry', content_rowid='id', tokenize='ascii', detail='none', prefix='2 3')"
    )
    gone = "INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);"
    here = "INSERT INTO search_words(rowid, words) VALUES (new.id, new.words);"
    for name, on, does in (
        ("added", "INSERT", here),
        ("removed", "DELETE", gone),
        ("changed", "UPDATE OF words", gone + here),
    ):
        op.execute(f"CREATE TRIGGER search_entry_{name} AFTER {on} ON search_entry BEGIN {does} END")


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        op.execute("DROP TABLE search_words")
    op.drop_table("search_entry")
