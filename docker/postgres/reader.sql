-- Makes the role cultivar_reader, who may read the history and nothing else: for analysts, Grafana and BI tools. Run it as the
-- owner of the history (CULTIVAR_HISTORY_USER), who needs CREATEROLE for this once, before or after the first migration:
--   PGOPTIONS='-c cultivar.reader_password=…' psql -v ON_ERROR_STOP=1 -f reader.sql
-- Run again, it sets the password anew. There is no default one.
DO
$$
    DECLARE
        secret text := coalesce(current_setting('cultivar.reader_password', true), '');
    BEGIN
        IF length(secret) < 12 THEN
            RAISE EXCEPTION 'cultivar.reader_password must be set, to 12 characters or more';
        END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cultivar_reader') THEN
            CREATE ROLE cultivar_reader;
        END IF;
        EXECUTE format('ALTER ROLE cultivar_reader LOGIN PASSWORD %L', secret);
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO cultivar_reader', current_database());
    END
$$;

-- A habit, not a wall: what it may not do is what it was not granted.
ALTER ROLE cultivar_reader SET default_transaction_read_only = on;
-- A careless join must not occupy the database for ever.
ALTER ROLE cultivar_reader SET statement_timeout = '60s';

CREATE SCHEMA IF NOT EXISTS cultivar;
GRANT USAGE ON SCHEMA cultivar TO cultivar_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA cultivar TO cultivar_reader;
-- What later migrations make, views included.
ALTER DEFAULT PRIVILEGES IN SCHEMA cultivar GRANT SELECT ON TABLES TO cultivar_reader;
