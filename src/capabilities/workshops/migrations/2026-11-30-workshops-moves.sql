-- A move is a record of its own, found by its id alone: until a table was counted, any index of the village looks as good.
create index move_by_id on workshops.move (id);
