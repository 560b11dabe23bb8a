-- Officers page through the surveys of an area in this order.
create index survey_by_place on surveys.survey (district_code, village_code, id);
