-- What no request does: a household and a person end, they are not taken out.
revoke delete on people.household, people.person from rembug_app;
revoke update on people.move from rembug_app;
