-- What no request does: whose a device is, and by what secret it comes in, stays as it was registered.
revoke update on surveys.device from rembug_app;
grant update (revoked_at) on surveys.device to rembug_app;
