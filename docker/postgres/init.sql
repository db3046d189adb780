-- Run by the image when the volume is empty, in the database of the history: makes who may only read it (reader.sql), with the
-- password in GRAFANA_READER_PASSWORD. Without one the first start fails, and says so; the health
-- check of postgres fails until the volume is removed.
\getenv password GRAFANA_READER_PASSWORD
SELECT set_config('cultivar.reader_password', :'password', false) \g /dev/null
\i /usr/local/share/cultivar/reader.sql
