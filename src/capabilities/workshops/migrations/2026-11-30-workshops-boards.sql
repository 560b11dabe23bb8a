-- Boards of cards. A card is kept as it stands after all moves; moves are only added to.
create table workshops.board (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  meeting_id uuid,
  enrolment_id uuid,
  body jsonb not null,
  primary key (district_code, id)
);
create index board_by_meeting on workshops.board (district_code, village_code, meeting_id);
select platform.protect('workshops.board', 'insert, update');

create table workshops.card (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  board_id uuid not null,
  body jsonb not null,
  primary key (district_code, id)
);
create index card_by_board on workshops.card (district_code, village_code, board_id);
select platform.protect('workshops.card', 'insert, update');

create table workshops.move (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  board_id uuid not null,
  card_id uuid not null,
  clock int not null,
  made_at timestamptz not null,
  by_name text not null,
  set jsonb not null,
  primary key (district_code, id)
);
create index move_by_board on workshops.move (district_code, village_code, board_id, clock);
create index move_by_card on workshops.move (district_code, village_code, card_id);
select platform.protect('workshops.move', 'insert');
