-- What no request does.
revoke delete on places.village, places.local_place from rembug_app;
