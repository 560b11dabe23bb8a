-- What was drawn is digested by its id alone, thousands at once: until a table was counted, any index of the village looks as good.
create index feature_by_id on maps.feature (id);
create index home_by_id on maps.home (id);
