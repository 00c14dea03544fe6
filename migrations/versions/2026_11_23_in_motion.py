"""People and departments in motion: changes of the tree, hand-overs, deputies, jobs, board links, contacts.

Revision: 2026_11_23_in_motion
Before: 2026_11_23
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_in_motion"
down_revision = "2026_11_23"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'running', 'done', 'failed')", name=op.f("ck_job_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_created_by"), ["created_by"], unique=False)
        batch_op.create_index("ix_job_waiting", ["state", "id"], unique=False)

    op.create_table(
        "board_link",
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("switched_on_by", sa.Uuid(), nullable=False),
        sa.Column("switched_on_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_board_link_department_id")
        ),
        sa.PrimaryKeyConstraint("department_id", name=op.f("pk_board_link")),
        sa.UniqueConstraint("token", name=op.f("uq_board_link_token")),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("way IN ('meeting', 'phone', 'mail')", name=op.f("ck_contact_way")),
        sa.ForeignKeyConstraint(["department_id"], ["department.id"], name=op.f("fk_contact_department_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index("ix_contact_department", ["department_id", "on_day"], unique=False)

    op.create_table(
        "handover",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=True),
        sa.Column("to_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["department_id"], ["department.id"], name=op.f("fk_handover_department_id")),
        sa.ForeignKeyConstraint(["from_id"], ["person.id"], name=op.f("fk_handover_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["person.id"], name=op.f("fk_handover_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    with op.batch_alter_table("handover", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handover_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_handover_record_id"), ["record_id"], unique=False)
        batch_op.create_index("ix_handover_told", ["to_id", "seen_at"], unique=False)

    op.create_table(
        "import_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("problem", sa.JSON(), nullable=True),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("applied_by", sa.Uuid(), nullable=True),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lines_forgotten", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('departments', 'people')", name=op.f("ck_import_run_kind")),
        sa.CheckConstraint(
            "state IN ('checking', 'checked', 'unreadable', 'applying', 'applied', 'stale')",
            name=op.f("ck_import_run_state"),
        ),
        sa.ForeignKeyConstraint(["applied_by"], ["person.id"], name=op.f("fk_import_run_applied_by")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_import_run_created_by")),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_import_run_job_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_run_created_at"), ["created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_import_run_created_by"), ["created_by"], unique=False)

    op.create_table(
        "import_line",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("looked_for", sa.String(), nullable=False),
        sa.CheckConstraint(
            "status IN ('refused', 'warning', 'ended', 'moved', 'changed', 'added')",
            name=op.f("ck_import_line_status"),
        ),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_import_line_import_id")),
        sa.PrimaryKeyConstraint("import_id", "number", name=op.f("pk_import_line")),
    )
    with op.batch_alter_table("import_line", schema=None) as batch_op:
        batch_op.create_index("ix_import_line_status", ["import_id", "status", "number"], unique=False)

    op.create_table(
        "succession",
        sa.Column("predecessor_id", sa.Uuid(), nullable=False),
        sa.Column("successor_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('move', 'close', 'merge', 'split', 'walks')", name=op.f("ck_succession_kind")
        ),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["department.id"], name=op.f("fk_succession_predecessor_id")
        ),
        sa.ForeignKeyConstraint(["successor_id"], ["department.id"], name=op.f("fk_succession_successor_id")),
        sa.PrimaryKeyConstraint("predecessor_id", "successor_id", name=op.f("pk_succession")),
    )
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_succession_successor_id"), ["successor_id"], unique=False)

    op.create_table(
        "tree_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.JSON(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('move', 'close', 'merge', 'split', 'walks')", name=op.f("ck_tree_change_kind")
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'done', 'refused', 'withdrawn')", name=op.f("ck_tree_change_state")
        ),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_tree_change_department_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tree_change")),
    )
    with op.batch_alter_table("tree_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tree_change_department_id"), ["department_id"], unique=False)
        batch_op.create_index("ix_tree_change_due", ["state", "effective_on"], unique=False)

    op.create_table(
        "trial_place",
        sa.Column("trial_action_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_trial_place_department_id")
        ),
        sa.ForeignKeyConstraint(
            ["trial_action_id"], ["trial_action.id"], name=op.f("fk_trial_place_trial_action_id")
        ),
        sa.PrimaryKeyConstraint("trial_action_id", "department_id", name=op.f("pk_trial_place")),
    )
    with op.batch_alter_table("trial_place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trial_place_department_id"), ["department_id"], unique=False)

    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hr_contact_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("inherits", sa.Text(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("former_paths", sa.JSON(), nullable=False, server_default="[]"))

    with op.batch_alter_table("session_place", schema=None) as batch_op:
        batch_op.add_column(sa.Column("written_at", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_session_place_written_at"), "department", ["written_at"], ["id"]
        )

    with op.batch_alter_table("journey", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_journey_ended_as"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_journey_ended_as"), "ended_as IN ('completed', 'merged', 'closed')"
        )

    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.add_column(sa.Column("deputy_for", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("welcomed_on", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_role_grant_deputy_for"), ["deputy_for"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_role_grant_deputy_for"), "role_grant", ["deputy_for"], ["id"]
        )

    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.create_index("ix_audit_event_at", ["chain_id", "at", "id"], unique=False)
        batch_op.create_index("ix_audit_event_actor", ["actor_id", "at", "id"], unique=False)
        batch_op.create_index("ix_audit_event_kind", ["kind", "at", "id"], unique=False)


def downgrade() -> None:
    # The earlier release knows rounds that were completed or merged.
    op.execute("UPDATE journey SET ended_as = 'merged' WHERE ended_as = 'closed'")
    with op.batch_alter_table("journey", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_journey_ended_as"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_journey_ended_as"), "ended_as IN ('completed', 'merged')"
        )

    with op.batch_alter_table("session_place", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_session_place_written_at"), type_="foreignkey")
        batch_op.drop_column("written_at")

    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_event_kind")
        batch_op.drop_index("ix_audit_event_actor")
        batch_op.drop_index("ix_audit_event_at")

    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_role_grant_deputy_for"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_role_grant_deputy_for"))
        batch_op.drop_column("welcomed_on")
        batch_op.drop_column("deputy_for")

    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.drop_column("former_paths")
        batch_op.drop_column("inherits")
        batch_op.drop_column("hr_contact_id")

    with op.batch_alter_table("trial_place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trial_place_department_id"))

    op.drop_table("trial_place")
    with op.batch_alter_table("tree_change", schema=None) as batch_op:
        batch_op.drop_index("ix_tree_change_due")
        batch_op.drop_index(batch_op.f("ix_tree_change_department_id"))

    op.drop_table("tree_change")
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_succession_successor_id"))

    op.drop_table("succession")
    with op.batch_alter_table("handover", schema=None) as batch_op:
        batch_op.drop_index("ix_handover_told")
        batch_op.drop_index(batch_op.f("ix_handover_record_id"))
        batch_op.drop_index(batch_op.f("ix_handover_department_id"))

    op.drop_table("handover")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index("ix_contact_department")

    op.drop_table("contact")
    op.drop_table("board_link")
    with op.batch_alter_table("import_line", schema=None) as batch_op:
        batch_op.drop_index("ix_import_line_status")

    op.drop_table("import_line")
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_run_created_by"))
        batch_op.drop_index(batch_op.f("ix_import_run_created_at"))

    op.drop_table("import_run")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index("ix_job_waiting")
        batch_op.drop_index(batch_op.f("ix_job_created_by"))

    op.drop_table("job")
