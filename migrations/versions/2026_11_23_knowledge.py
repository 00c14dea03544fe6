"""Knowledge that spreads: attachments, material, tracks, meetings, experiences, papers.

Revision: 2026_11_23_knowledge
Before: 2026_11_23_surveys
"""

import json

import sqlalchemy as sa
from alembic import op

revision = '2026_11_23_knowledge'
down_revision = '2026_11_23_surveys'
branch_labels = None
depends_on = None

_TRIALS = sa.table(
    'trial_action', sa.column('id', sa.Uuid()), sa.column('chain_id', sa.Uuid()), sa.column('state'), sa.column('tools')
)
_USES = sa.table(
    'tool_use', sa.column('trial_action_id', sa.Uuid()), sa.column('tool_key'), sa.column('chain_id', sa.Uuid())
)


def _count_tools(connection: sa.Connection) -> None:
    """Trials that are there already name their tools too."""
    named = sa.select(_TRIALS).where(_TRIALS.c.state != 'draft', _TRIALS.c.tools != '[]')
    uses = [
        {'trial_action_id': row.id, 'tool_key': key, 'chain_id': row.chain_id}
        for row in connection.execute(named).all()
        for key in dict.fromkeys(json.loads(row.tools))
    ]
    for start in range(0, len(uses), 1000):
        connection.execute(sa.insert(_USES), uses[start : start + 1000])


def upgrade() -> None:
    op.create_table('material',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('tool_key', sa.String(), nullable=True),
    sa.Column('current', sa.Integer(), nullable=False),
    sa.Column('retired_on', sa.Date(), nullable=True),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("kind IN ('tool', 'intranet', 'lmu_trio', 'course', 'new_staff', 'other')", name=op.f('ck_material_kind')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_material')),
    sa.UniqueConstraint('tool_key', name=op.f('uq_material_tool_key'))
    )
    op.create_table('attachment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('record_id', sa.Uuid(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('media_type', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('audience', sa.String(), nullable=False),
    sa.Column('uploaded_by', sa.Uuid(), nullable=False),
    sa.Column('uploaded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_attachment_department_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachment'))
    )
    with op.batch_alter_table('attachment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attachment_department_id'), ['department_id'], unique=False)
        batch_op.create_index('ix_attachment_record', ['kind', 'record_id'], unique=False)

    op.create_table('course',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('for_whom', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('on_day', sa.Date(), nullable=False),
    sa.Column('until_day', sa.Date(), nullable=True),
    sa.Column('came', sa.Integer(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('held_by', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("for_whom IN ('ambassadors', 'education_doctors', 'leaders', 'everyone')", name=op.f('ck_course_for_whom')),
    sa.CheckConstraint("state IN ('planned', 'held', 'cancelled')", name=op.f('ck_course_state')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_course_department_id')),
    sa.ForeignKeyConstraint(['held_by'], ['person.id'], name=op.f('fk_course_held_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course'))
    )
    with op.batch_alter_table('course', schema=None) as batch_op:
        batch_op.create_index('ix_course_department', ['department_id', 'on_day'], unique=False)

    op.create_table('experience',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('origin', sa.String(), nullable=False),
    sa.Column('origin_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('did', sa.String(), nullable=False),
    sa.Column('learned', sa.String(), nullable=False),
    sa.Column('advice', sa.String(), nullable=True),
    sa.Column('factors', sa.Text(), nullable=False),
    sa.Column('tools', sa.Text(), nullable=False),
    sa.Column('consent', sa.String(), nullable=True),
    sa.Column('consented_by', sa.Uuid(), nullable=True),
    sa.Column('shared_on', sa.Date(), nullable=True),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("consent IN ('leaders', 'trio')", name=op.f('ck_experience_consent')),
    sa.CheckConstraint("origin IN ('trial_action', 'session', 'course', 'round')", name=op.f('ck_experience_origin')),
    sa.CheckConstraint("state <> 'shared' OR (consent IS NOT NULL AND shared_on IS NOT NULL)", name=op.f('ck_experience_consented')),
    sa.CheckConstraint("state IN ('draft', 'shared', 'withdrawn')", name=op.f('ck_experience_state')),
    sa.ForeignKeyConstraint(['consented_by'], ['person.id'], name=op.f('fk_experience_consented_by')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_experience_department_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_experience'))
    )
    with op.batch_alter_table('experience', schema=None) as batch_op:
        batch_op.create_index('ix_experience_department', ['department_id', 'state'], unique=False)
        batch_op.create_index('ix_experience_origin', ['origin', 'origin_id'], unique=False)
        batch_op.create_index('ix_experience_shared', ['state', 'shared_on', 'id'], unique=False)

    op.create_table('introduction_day',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('on_day', sa.Date(), nullable=False),
    sa.Column('invited', sa.Integer(), nullable=True),
    sa.Column('came', sa.Integer(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("state IN ('planned', 'held', 'cancelled')", name=op.f('ck_introduction_day_state')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_introduction_day_department_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_introduction_day'))
    )
    with op.batch_alter_table('introduction_day', schema=None) as batch_op:
        batch_op.create_index('ix_introduction_day_department', ['department_id', 'on_day'], unique=False)

    op.create_table('material_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('material_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('summary', sa.String(), nullable=False),
    sa.Column('body', sa.String(), nullable=True),
    sa.Column('title_en', sa.String(), nullable=True),
    sa.Column('summary_en', sa.String(), nullable=True),
    sa.Column('body_en', sa.String(), nullable=True),
    sa.Column('links', sa.JSON(), nullable=False),
    sa.Column('written_by', sa.Uuid(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['material_id'], ['material.id'], name=op.f('fk_material_version_material_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_material_version')),
    sa.UniqueConstraint('material_id', 'number', name=op.f('uq_material_version_material_id_number'))
    )
    op.create_table('meeting',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('committee', sa.String(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('on_day', sa.Date(), nullable=False),
    sa.Column('papers_as_of', sa.Date(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("committee IN ('hmu', 'lmu')", name=op.f('ck_meeting_committee')),
    sa.CheckConstraint("state IN ('planned', 'held', 'cancelled')", name=op.f('ck_meeting_state')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_meeting_department_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting'))
    )
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.create_index('ix_meeting_committee', ['department_id', 'committee', 'on_day'], unique=False)

    op.create_table('talk',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('forum', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('on_day', sa.Date(), nullable=False),
    sa.Column('came', sa.Integer(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('held_by', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("state IN ('planned', 'held', 'cancelled')", name=op.f('ck_talk_state')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_talk_department_id')),
    sa.ForeignKeyConstraint(['held_by'], ['person.id'], name=op.f('fk_talk_held_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_talk'))
    )
    with op.batch_alter_table('talk', schema=None) as batch_op:
        batch_op.create_index('ix_talk_department', ['department_id', 'on_day'], unique=False)

    op.create_table('yearly_discussion',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('committee', sa.String(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('goals', sa.String(), nullable=True),
    sa.Column('met', sa.String(), nullable=True),
    sa.Column('next_goals', sa.String(), nullable=True),
    sa.Column('follow_up', sa.String(), nullable=True),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("committee IN ('hmu', 'lmu')", name=op.f('ck_yearly_discussion_committee')),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_yearly_discussion_department_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_yearly_discussion')),
    sa.UniqueConstraint('department_id', 'committee', 'year', name=op.f('uq_yearly_discussion_department_id_committee_year'))
    )
    op.create_table('attachment_content',
    sa.Column('attachment_id', sa.Uuid(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['attachment_id'], ['attachment.id'], name=op.f('fk_attachment_content_attachment_id')),
    sa.PrimaryKeyConstraint('attachment_id', name=op.f('pk_attachment_content'))
    )
    op.create_table('course_participant',
    sa.Column('course_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_course_participant_course_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_course_participant_person_id')),
    sa.PrimaryKeyConstraint('course_id', 'person_id', name=op.f('pk_course_participant'))
    )
    with op.batch_alter_table('course_participant', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_course_participant_person_id'), ['person_id'], unique=False)

    op.create_table('leader_introduction',
    sa.Column('role_id', sa.Uuid(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('ticked_by', sa.Uuid(), nullable=False),
    sa.Column('ticked_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['role_id'], ['role_grant.id'], name=op.f('fk_leader_introduction_role_id')),
    sa.PrimaryKeyConstraint('role_id', name=op.f('pk_leader_introduction'))
    )
    op.create_table('meeting_item',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('asks', sa.String(), nullable=False),
    sa.Column('recommendation', sa.String(), nullable=True),
    sa.Column('account', sa.String(), nullable=True),
    sa.Column('decision', sa.String(), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("asks IN ('approve', 'discuss', 'note')", name=op.f('ck_meeting_item_asks')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_meeting_item_meeting_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_item')),
    sa.UniqueConstraint('meeting_id', 'position', name=op.f('uq_meeting_item_meeting_id_position'))
    )
    op.create_table('report',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=True),
    sa.Column('meeting_id', sa.Uuid(), nullable=True),
    sa.Column('as_of', sa.Date(), nullable=True),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('wanted', sa.JSON(), nullable=False),
    sa.Column('job_id', sa.Uuid(), nullable=True),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_report_department_id')),
    sa.ForeignKeyConstraint(['job_id'], ['job.id'], name=op.f('fk_report_job_id')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_report_meeting_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report'))
    )
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.create_index('ix_report_maker', ['created_by', 'id'], unique=False)

    op.create_table('report_file',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('report_id', sa.Uuid(), nullable=False),
    sa.Column('format', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_report_file_report_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report_file')),
    sa.UniqueConstraint('report_id', 'format', name=op.f('uq_report_file_report_id_format'))
    )
    op.create_table('tool_use',
    sa.Column('trial_action_id', sa.Uuid(), nullable=False),
    sa.Column('tool_key', sa.String(), nullable=False),
    sa.Column('chain_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['trial_action_id'], ['trial_action.id'], name=op.f('fk_tool_use_trial_action_id')),
    sa.PrimaryKeyConstraint('trial_action_id', 'tool_key', name=op.f('pk_tool_use'))
    )
    with op.batch_alter_table('tool_use', schema=None) as batch_op:
        batch_op.create_index('ix_tool_use_tool', ['tool_key', 'chain_id'], unique=False)
    _count_tools(op.get_bind())

    with op.batch_alter_table('trial_action', schema=None) as batch_op:
        batch_op.add_column(sa.Column('experience_id', sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f('ix_trial_action_experience_id'), ['experience_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('trial_action', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_trial_action_experience_id'))
        batch_op.drop_column('experience_id')

    with op.batch_alter_table('tool_use', schema=None) as batch_op:
        batch_op.drop_index('ix_tool_use_tool')

    op.drop_table('tool_use')
    op.drop_table('report_file')
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.drop_index('ix_report_maker')

    op.drop_table('report')
    op.drop_table('meeting_item')
    op.drop_table('leader_introduction')
    with op.batch_alter_table('course_participant', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_course_participant_person_id'))

    op.drop_table('course_participant')
    op.drop_table('attachment_content')
    op.drop_table('yearly_discussion')
    with op.batch_alter_table('talk', schema=None) as batch_op:
        batch_op.drop_index('ix_talk_department')

    op.drop_table('talk')
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.drop_index('ix_meeting_committee')

    op.drop_table('meeting')
    op.drop_table('material_version')
    with op.batch_alter_table('introduction_day', schema=None) as batch_op:
        batch_op.drop_index('ix_introduction_day_department')

    op.drop_table('introduction_day')
    with op.batch_alter_table('experience', schema=None) as batch_op:
        batch_op.drop_index('ix_experience_shared')
        batch_op.drop_index('ix_experience_origin')
        batch_op.drop_index('ix_experience_department')

    op.drop_table('experience')
    with op.batch_alter_table('course', schema=None) as batch_op:
        batch_op.drop_index('ix_course_department')

    op.drop_table('course')
    with op.batch_alter_table('attachment', schema=None) as batch_op:
        batch_op.drop_index('ix_attachment_record')
        batch_op.drop_index(batch_op.f('ix_attachment_department_id'))

    op.drop_table('attachment')
    op.drop_table('material')
