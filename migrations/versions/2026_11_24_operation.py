"""Operation: sign-in, outbox, links, calendars, choices, erasures.

Revision: 2026_11_24_operation
Before: 2026_11_23_knowledge
"""

import sqlalchemy as sa
from alembic import op

revision = '2026_11_24_operation'
down_revision = '2026_11_23_knowledge'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('choice',
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_by', sa.Uuid(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_choice'))
    )
    op.create_table('erasure',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('what', sa.String(), nullable=False),
    sa.Column('record_id', sa.Uuid(), nullable=True),
    sa.Column('before', sa.Date(), nullable=True),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_erasure'))
    )
    with op.batch_alter_table('erasure', schema=None) as batch_op:
        batch_op.create_index('ix_erasure_at', ['at', 'id'], unique=False)

    op.create_table('failed_sign_in',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_failed_sign_in'))
    )
    with op.batch_alter_table('failed_sign_in', schema=None) as batch_op:
        batch_op.create_index('ix_failed_sign_in_at', ['at'], unique=False)

    op.create_table('sign_in_state',
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('nonce', sa.String(), nullable=False),
    sa.Column('verifier', sa.String(), nullable=False),
    sa.Column('binding', sa.String(), nullable=False),
    sa.Column('back_to', sa.String(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('digest', name=op.f('pk_sign_in_state'))
    )
    with op.batch_alter_table('sign_in_state', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_state_expires_at'), ['expires_at'], unique=False)

    op.create_table('calendar_entry',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('uid', sa.String(), nullable=False),
    sa.Column('on_day', sa.Date(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('cancelled_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_calendar_entry_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'uid', name=op.f('pk_calendar_entry'))
    )
    op.create_table('calendar_link',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_read_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_calendar_link_person_id')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_calendar_link')),
    sa.UniqueConstraint('digest', name=op.f('uq_calendar_link_digest'))
    )
    op.create_table('group_role',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('group_name', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.CheckConstraint("role IN ('member', 'leader', 'section_leader', 'trio', 'ambassador', 'lmu', 'hmu', 'secretary', 'hr', 'admin')", name=op.f('ck_group_role_role')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_group_role_department_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_role')),
    sa.UniqueConstraint('group_name', 'role', 'department_id', name=op.f('uq_group_role_group_name_role_department_id'))
    )
    with op.batch_alter_table('group_role', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_role_department_id'), ['department_id'], unique=False)

    op.create_table('log_link',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=True),
    sa.Column('record_id', sa.Uuid(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('last_used_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("kind IN ('mail', 'personal', 'board')", name=op.f('ck_log_link_kind')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_log_link_department_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_log_link_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_log_link')),
    sa.UniqueConstraint('digest', name=op.f('uq_log_link_digest'))
    )
    with op.batch_alter_table('log_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_log_link_department_id'), ['department_id'], unique=False)
        batch_op.create_index('ix_log_link_person', ['person_id', 'kind'], unique=False)

    op.create_table('outbox',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('object_id', sa.Uuid(), nullable=False),
    sa.Column('period', sa.String(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('leased_by', sa.String(), nullable=True),
    sa.Column('leased_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('message_id', sa.String(), nullable=False),
    sa.Column('why', sa.String(), nullable=True),
    sa.Column('detail', sa.String(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state IN ('waiting', 'sent', 'failed', 'dropped')", name=op.f('ck_outbox_state')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_outbox_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outbox')),
    sa.UniqueConstraint('person_id', 'kind', 'object_id', 'period', name=op.f('uq_outbox_person_id_kind_object_id_period'))
    )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.create_index('ix_outbox_created', ['created_at', 'id'], unique=False)
        batch_op.create_index('ix_outbox_waiting', ['state', 'next_at'], unique=False)

    op.create_table('read_token',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('last_used_on', sa.Date(), nullable=True),
    sa.CheckConstraint("role IN ('member', 'leader', 'section_leader', 'trio', 'ambassador', 'lmu', 'hmu', 'secretary', 'hr', 'admin')", name=op.f('ck_read_token_role')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_read_token_department_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_read_token')),
    sa.UniqueConstraint('digest', name=op.f('uq_read_token_digest'))
    )
    with op.batch_alter_table('read_token', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_read_token_department_id'), ['department_id'], unique=False)

    _add_columns()


def _add_columns() -> None:
    """What people, roles and sessions have more; a default for rows that are there, then none."""
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.add_column(sa.Column('subject', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('mail_rhythm', sa.String(), nullable=False, server_default='weekly'))
        batch_op.create_unique_constraint(batch_op.f('uq_person_subject'), ['subject'])
        batch_op.create_check_constraint(
            batch_op.f('ck_person_mail_rhythm'), "mail_rhythm IN ('weekly', 'daily', 'off')"
        )
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.alter_column('mail_rhythm', existing_type=sa.String(), server_default=None)

    with op.batch_alter_table('role_grant', schema=None) as batch_op:
        batch_op.add_column(sa.Column('mapped', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('role_grant', schema=None) as batch_op:
        batch_op.alter_column('mapped', existing_type=sa.Boolean(), server_default=None)

    with op.batch_alter_table('follow_up_log', schema=None) as batch_op:
        batch_op.add_column(sa.Column('from_board', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('follow_up_log', schema=None) as batch_op:
        batch_op.alter_column('from_board', existing_type=sa.Boolean(), server_default=None)

    # A session lasts hours, and the ones from before say neither how they began nor when they were used.
    op.execute('DELETE FROM sign_in')
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.add_column(sa.Column('id', sa.Uuid(), nullable=False))
        batch_op.add_column(sa.Column('via', sa.String(), nullable=False))
        batch_op.add_column(sa.Column('agent', sa.String(), nullable=False))
        batch_op.add_column(sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False))
        batch_op.add_column(sa.Column('id_token', sa.String(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_sign_in_id'), ['id'])
        batch_op.create_check_constraint(
            batch_op.f('ck_sign_in_via'), "via IN ('demo', 'provider', 'break_glass')"
        )


def downgrade() -> None:
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_sign_in_via'), type_='check')
        batch_op.drop_constraint(batch_op.f('uq_sign_in_id'), type_='unique')
        batch_op.drop_column('id_token')
        batch_op.drop_column('seen_at')
        batch_op.drop_column('agent')
        batch_op.drop_column('via')
        batch_op.drop_column('id')

    with op.batch_alter_table('follow_up_log', schema=None) as batch_op:
        batch_op.drop_column('from_board')

    with op.batch_alter_table('role_grant', schema=None) as batch_op:
        batch_op.drop_column('mapped')

    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_person_mail_rhythm'), type_='check')
        batch_op.drop_constraint(batch_op.f('uq_person_subject'), type_='unique')
        batch_op.drop_column('mail_rhythm')
        batch_op.drop_column('subject')

    with op.batch_alter_table('read_token', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_read_token_department_id'))

    op.drop_table('read_token')
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_waiting')
        batch_op.drop_index('ix_outbox_created')

    op.drop_table('outbox')
    with op.batch_alter_table('log_link', schema=None) as batch_op:
        batch_op.drop_index('ix_log_link_person')
        batch_op.drop_index(batch_op.f('ix_log_link_department_id'))

    op.drop_table('log_link')
    with op.batch_alter_table('group_role', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_group_role_department_id'))

    op.drop_table('group_role')
    op.drop_table('calendar_link')
    op.drop_table('calendar_entry')
    with op.batch_alter_table('sign_in_state', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_in_state_expires_at'))

    op.drop_table('sign_in_state')
    with op.batch_alter_table('failed_sign_in', schema=None) as batch_op:
        batch_op.drop_index('ix_failed_sign_in_at')

    op.drop_table('failed_sign_in')
    with op.batch_alter_table('erasure', schema=None) as batch_op:
        batch_op.drop_index('ix_erasure_at')

    op.drop_table('erasure')
    op.drop_table('choice')
