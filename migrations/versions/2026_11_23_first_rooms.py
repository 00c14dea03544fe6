"""The first rooms: tree, people, promises, trials, journeys, status rows, history.

Revision: 2026_11_23
Before:
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_chain",
        sa.Column("chain_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("chain_id", name=op.f("pk_audit_chain")),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("chain_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.create_index("ix_audit_event_chain", ["chain_id", "number"], unique=True)
        batch_op.create_index("ix_audit_event_record", ["record_id", "id"], unique=False)

    op.create_table(
        "department",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("path", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column(
            "position", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("headcount", sa.Integer(), nullable=False),
        sa.Column("walks", sa.String(), nullable=False),
        sa.Column("pilot", sa.Boolean(), nullable=False),
        sa.Column("walking_id", sa.Uuid(), nullable=True),
        sa.Column("journey_id", sa.Uuid(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("planned_start", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('centre', 'department', 'section', 'staff')", name=op.f("ck_department_kind")
        ),
        sa.CheckConstraint("walks IN ('walks', 'follows', 'outside')", name=op.f("ck_department_walks")),
        sa.CheckConstraint("headcount >= 0", name=op.f("ck_department_headcount")),
        sa.ForeignKeyConstraint(["parent_id"], ["department.id"], name=op.f("fk_department_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_department")),
        sa.UniqueConstraint("code", name=op.f("uq_department_code")),
    )
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_department_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index("ix_department_path", ["path"], unique=False)
        batch_op.create_index(batch_op.f("ix_department_walking_id"), ["walking_id"], unique=False)

    op.create_table(
        "idempotency_key",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("reply", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "key", name=op.f("pk_idempotency_key")),
    )
    with op.batch_alter_table("idempotency_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idempotency_key_at"), ["at"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("cast", sa.String(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("language IN ('da', 'en')", name=op.f("ck_person_language")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("cast", name=op.f("uq_person_cast")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("journey_id", sa.Uuid(), nullable=True),
        sa.Column("trial_action_id", sa.Uuid(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'done', 'cancelled')", name=op.f("ck_agreement_state")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_agreement_department_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_agreement_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(
            "ix_agreement_department", ["department_id", "state", "due", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_agreement_journey_id"), ["journey_id"], unique=False)
        batch_op.create_index("ix_agreement_owner", ["owner_id", "state", "due"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_trial_action_id"), ["trial_action_id"], unique=False)

    op.create_table(
        "audit_text",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["audit_event.id"], name=op.f("fk_audit_text_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_text")),
    )
    with op.batch_alter_table("audit_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_text_event_id"), ["event_id"], unique=False)

    op.create_table(
        "journey",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_as", sa.String(), nullable=True),
        sa.Column("tasks_conditions", sa.String(), nullable=True),
        sa.Column("need", sa.String(), nullable=True),
        sa.Column("ambition", sa.String(), nullable=True),
        sa.Column("factors", sa.Text(), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ended_as IN ('completed', 'merged')", name=op.f("ck_journey_ended_as")),
        sa.ForeignKeyConstraint(["department_id"], ["department.id"], name=op.f("fk_journey_department_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journey")),
        sa.UniqueConstraint("department_id", "round", name=op.f("uq_journey_department_id_round")),
    )
    with op.batch_alter_table("journey", schema=None) as batch_op:
        batch_op.create_index(
            "uq_journey_open",
            ["department_id"],
            unique=True,
            sqlite_where=sa.text("ended_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL"),
        )

    op.create_table(
        "role_grant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("known_since", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "role IN ('member', 'leader', 'section_leader', 'trio', 'ambassador', 'lmu', 'hmu', "
            "'secretary', 'hr', 'admin')",
            name=op.f("ck_role_grant_role"),
        ),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from",
            name=op.f("ck_role_grant_order"),
        ),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_role_grant_department_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_role_grant_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
        sa.UniqueConstraint(
            "person_id",
            "role",
            "department_id",
            "valid_from",
            name=op.f("uq_role_grant_person_id_role_department_id_valid_from"),
        ),
    )
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.create_index("ix_role_grant_department", ["department_id", "role"], unique=False)
        batch_op.create_index(batch_op.f("ix_role_grant_person_id"), ["person_id"], unique=False)

    op.create_table(
        "session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("forum", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("covers", sa.Text(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("led_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("audience IN ('shared', 'candid')", name=op.f("ck_session_audience")),
        sa.CheckConstraint("state IN ('planned', 'held', 'cancelled')", name=op.f("ck_session_state")),
        sa.ForeignKeyConstraint(["led_by"], ["person.id"], name=op.f("fk_session_led_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    op.create_table(
        "sign_in",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_person_id")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sign_in")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_person_id"), ["person_id"], unique=False)

    op.create_table(
        "status",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("planned_start", sa.String(), nullable=True),
        sa.Column("step1", sa.String(), nullable=False),
        sa.Column("step2", sa.String(), nullable=False),
        sa.Column("step3", sa.String(), nullable=False),
        sa.Column("step1_on", sa.Date(), nullable=True),
        sa.Column("step2_on", sa.Date(), nullable=True),
        sa.Column("step3_on", sa.Date(), nullable=True),
        sa.Column("sessions_held", sa.Integer(), nullable=False),
        sa.Column("trials", sa.JSON(), nullable=False),
        sa.Column("agreements_open", sa.Integer(), nullable=False),
        sa.Column("agreements_done", sa.Integer(), nullable=False),
        sa.Column("experiences_shared", sa.Integer(), nullable=False),
        sa.Column("last_follow_up", sa.Date(), nullable=True),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("help_wanted", sa.String(), nullable=True),
        sa.Column("help_wanted_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["department_id"], ["department.id"], name=op.f("fk_status_department_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status")),
    )
    with op.batch_alter_table("status", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_status_valid_to"), ["valid_to"], unique=False)
        batch_op.create_index("ix_status_versions", ["department_id", "valid_from"], unique=False)
        batch_op.create_index(
            "uq_status_open",
            ["department_id"],
            unique=True,
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.create_table(
        "support_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("visible_to_hmu", sa.Boolean(), nullable=False),
        sa.Column("wanted_on", sa.Date(), nullable=False),
        sa.Column("agreed_with", sa.Uuid(), nullable=True),
        sa.Column("agreed_for", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('wanted', 'agreed', 'done', 'withdrawn')", name=op.f("ck_support_request_state")
        ),
        sa.ForeignKeyConstraint(["agreed_with"], ["person.id"], name=op.f("fk_support_request_agreed_with")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_support_request_department_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_request")),
    )
    with op.batch_alter_table("support_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_support_request_department_id"), ["department_id"], unique=False)

    op.create_table(
        "trial_action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column(
            "department_path",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("journey_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("prediction", sa.String(), nullable=True),
        sa.Column("measure", sa.String(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("evaluate_on", sa.Date(), nullable=True),
        sa.Column("situation", sa.String(), nullable=True),
        sa.Column("aim", sa.String(), nullable=True),
        sa.Column("for_whom", sa.String(), nullable=True),
        sa.Column("where_it_is", sa.String(), nullable=True),
        sa.Column("data_plan", sa.String(), nullable=True),
        sa.Column("factors", sa.Text(), nullable=False),
        sa.Column("dimensions", sa.Text(), nullable=False),
        sa.Column("tools", sa.Text(), nullable=False),
        sa.Column("happened", sa.String(), nullable=True),
        sa.Column("as_planned", sa.String(), nullable=True),
        sa.Column("surprises", sa.String(), nullable=True),
        sa.Column("tally", sa.Integer(), nullable=True),
        sa.Column("prediction_matched", sa.String(), nullable=True),
        sa.Column("learning", sa.String(), nullable=True),
        sa.Column("start_agreed_with", sa.String(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("decision_draft", sa.String(), nullable=True),
        sa.Column("agreed_with", sa.String(), nullable=True),
        sa.Column("next_step", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("chain_id", sa.Uuid(), nullable=False),
        sa.Column("predecessor_id", sa.Uuid(), nullable=True),
        sa.Column("origin_id", sa.Uuid(), nullable=True),
        sa.Column("suggested_by", sa.Uuid(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("extended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("evaluated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_move", sa.JSON(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(decision IS NULL) = (state <> 'evaluated')", name=op.f("ck_trial_action_decided")
        ),
        sa.CheckConstraint("agreed_with IN ('management', 'trio')", name=op.f("ck_trial_action_agreed_with")),
        sa.CheckConstraint("as_planned IN ('yes', 'partly', 'no')", name=op.f("ck_trial_action_as_planned")),
        sa.CheckConstraint(
            "decision IN ('adopt', 'adapt', 'abandon')", name=op.f("ck_trial_action_decision")
        ),
        sa.CheckConstraint(
            "decision_draft IN ('adopt', 'adapt', 'abandon')", name=op.f("ck_trial_action_decision_draft")
        ),
        sa.CheckConstraint(
            "prediction_matched IN ('yes', 'partly', 'no', 'unknown')",
            name=op.f("ck_trial_action_prediction_matched"),
        ),
        sa.CheckConstraint(
            "start_agreed_with IN ('management', 'trio')", name=op.f("ck_trial_action_start_agreed_with")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'planned', 'running', 'tried', 'evaluated', 'cancelled')",
            name=op.f("ck_trial_action_state"),
        ),
        sa.CheckConstraint(
            "starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_trial_action_dates")
        ),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_trial_action_department_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_trial_action_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trial_action")),
        sa.UniqueConstraint("predecessor_id", name=op.f("uq_trial_action_predecessor_id")),
    )
    with op.batch_alter_table("trial_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trial_action_chain_id"), ["chain_id"], unique=False)
        batch_op.create_index("ix_trial_action_department", ["department_id", "state", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_trial_action_journey_id"), ["journey_id"], unique=False)
        batch_op.create_index("ix_trial_action_newest", ["department_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_trial_action_origin_id"), ["origin_id"], unique=False)
        batch_op.create_index("ix_trial_action_owner", ["owner_id", "state"], unique=False)
        batch_op.create_index("ix_trial_action_path", ["department_path", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_trial_action_suggested_by"), ["suggested_by"], unique=False)

    op.create_table(
        "follow_up",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("journey_id", sa.Uuid(), nullable=True),
        sa.Column("trial_action_id", sa.Uuid(), nullable=True),
        sa.Column("agreement_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("repeat_every", sa.Integer(), nullable=True),
        sa.Column("repeat_unit", sa.String(), nullable=True),
        sa.Column("repeat_day", sa.Integer(), nullable=True),
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('process', 'result')", name=op.f("ck_follow_up_kind")),
        sa.CheckConstraint("repeat_unit IN ('week', 'month')", name=op.f("ck_follow_up_repeat_unit")),
        sa.CheckConstraint("state IN ('planned', 'held', 'cancelled')", name=op.f("ck_follow_up_state")),
        sa.CheckConstraint(
            "(repeat_every IS NULL) = (repeat_unit IS NULL)", name=op.f("ck_follow_up_repeat")
        ),
        sa.CheckConstraint(
            "repeat_day IS NULL OR repeat_day BETWEEN 1 AND 31", name=op.f("ck_follow_up_repeat_day")
        ),
        sa.CheckConstraint(
            "repeat_every IS NULL OR repeat_every BETWEEN 1 AND 52", name=op.f("ck_follow_up_repeat_every")
        ),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_follow_up_agreement_id")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_follow_up_department_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_follow_up_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_up_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index(
            "ix_follow_up_department", ["department_id", "state", "due", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_follow_up_journey_id"), ["journey_id"], unique=False)
        batch_op.create_index("ix_follow_up_owner", ["owner_id", "state", "due"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_series_id"), ["series_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_trial_action_id"), ["trial_action_id"], unique=False)

    op.create_table(
        "session_place",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("journey_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_session_place_department_id")
        ),
        sa.ForeignKeyConstraint(["journey_id"], ["journey.id"], name=op.f("fk_session_place_journey_id")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_session_place_session_id")),
        sa.PrimaryKeyConstraint("session_id", "journey_id", name=op.f("pk_session_place")),
    )
    with op.batch_alter_table("session_place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_place_department_id"), ["department_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_place_journey_id"), ["journey_id"], unique=False)

    op.create_table(
        "step",
        sa.Column("journey_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.Column("out_of_order", sa.String(), nullable=True),
        sa.Column("reopened_on", sa.Date(), nullable=True),
        sa.Column("reopened_because", sa.String(), nullable=True),
        sa.CheckConstraint("number BETWEEN 1 AND 3", name=op.f("ck_step_number")),
        sa.ForeignKeyConstraint(["journey_id"], ["journey.id"], name=op.f("fk_step_journey_id")),
        sa.PrimaryKeyConstraint("journey_id", "number", name=op.f("pk_step")),
    )
    op.create_table(
        "trial_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("trial_action_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["trial_action_id"], ["trial_action.id"], name=op.f("fk_trial_note_trial_action_id")
        ),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name=op.f("fk_trial_note_written_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trial_note")),
    )
    with op.batch_alter_table("trial_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trial_note_trial_action_id"), ["trial_action_id"], unique=False)

    op.create_table(
        "follow_up_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("follow_up_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("assessment", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("tally", sa.Integer(), nullable=True),
        sa.Column("logged_by", sa.Uuid(), nullable=False),
        sa.Column("logged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "assessment IN ('as_planned', 'adjusted', 'stopped')", name=op.f("ck_follow_up_log_assessment")
        ),
        sa.CheckConstraint("audience IN ('shared', 'candid')", name=op.f("ck_follow_up_log_audience")),
        sa.CheckConstraint("tally BETWEEN 0 AND 100000", name=op.f("ck_follow_up_log_tally")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_follow_up_log_department_id")
        ),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_follow_up_log_follow_up_id")
        ),
        sa.ForeignKeyConstraint(["logged_by"], ["person.id"], name=op.f("fk_follow_up_log_logged_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_log")),
    )
    with op.batch_alter_table("follow_up_log", schema=None) as batch_op:
        batch_op.create_index("ix_follow_up_log_department", ["department_id", "held_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_log_follow_up_id"), ["follow_up_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("follow_up_log", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_up_log_follow_up_id"))
        batch_op.drop_index("ix_follow_up_log_department")

    op.drop_table("follow_up_log")
    with op.batch_alter_table("trial_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trial_note_trial_action_id"))

    op.drop_table("trial_note")
    op.drop_table("step")
    with op.batch_alter_table("session_place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_place_journey_id"))
        batch_op.drop_index(batch_op.f("ix_session_place_department_id"))

    op.drop_table("session_place")
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_up_trial_action_id"))
        batch_op.drop_index(batch_op.f("ix_follow_up_series_id"))
        batch_op.drop_index("ix_follow_up_owner")
        batch_op.drop_index(batch_op.f("ix_follow_up_journey_id"))
        batch_op.drop_index("ix_follow_up_department")
        batch_op.drop_index(batch_op.f("ix_follow_up_agreement_id"))

    op.drop_table("follow_up")
    with op.batch_alter_table("trial_action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trial_action_suggested_by"))
        batch_op.drop_index("ix_trial_action_path")
        batch_op.drop_index("ix_trial_action_owner")
        batch_op.drop_index(batch_op.f("ix_trial_action_origin_id"))
        batch_op.drop_index("ix_trial_action_newest")
        batch_op.drop_index(batch_op.f("ix_trial_action_journey_id"))
        batch_op.drop_index("ix_trial_action_department")
        batch_op.drop_index(batch_op.f("ix_trial_action_chain_id"))

    op.drop_table("trial_action")
    with op.batch_alter_table("support_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_request_department_id"))

    op.drop_table("support_request")
    with op.batch_alter_table("status", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_status_open",
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )
        batch_op.drop_index("ix_status_versions")
        batch_op.drop_index(batch_op.f("ix_status_valid_to"))

    op.drop_table("status")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_person_id"))

    op.drop_table("sign_in")
    op.drop_table("session")
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_role_grant_person_id"))
        batch_op.drop_index("ix_role_grant_department")

    op.drop_table("role_grant")
    with op.batch_alter_table("journey", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_journey_open",
            sqlite_where=sa.text("ended_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL"),
        )

    op.drop_table("journey")
    with op.batch_alter_table("audit_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_text_event_id"))

    op.drop_table("audit_text")
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_trial_action_id"))
        batch_op.drop_index("ix_agreement_owner")
        batch_op.drop_index(batch_op.f("ix_agreement_journey_id"))
        batch_op.drop_index("ix_agreement_department")

    op.drop_table("agreement")
    op.drop_table("person")
    with op.batch_alter_table("idempotency_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_idempotency_key_at"))

    op.drop_table("idempotency_key")
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_department_walking_id"))
        batch_op.drop_index("ix_department_path")
        batch_op.drop_index(batch_op.f("ix_department_parent_id"))

    op.drop_table("department")
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_event_record")
        batch_op.drop_index("ix_audit_event_chain")

    op.drop_table("audit_event")
    op.drop_table("audit_chain")
