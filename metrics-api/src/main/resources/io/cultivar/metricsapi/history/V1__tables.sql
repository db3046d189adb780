-- What is published, one row for each row of each table of REST, found by what it is about. A correction replaces its row,
-- an erasure removes it. Restatements stay: they are what was published about a change. All of it is aggregates, already suppressed.

CREATE TABLE publication (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version       text        NOT NULL,
    build         text        NOT NULL,
    methods       text        NOT NULL,
    as_of         timestamptz,
    published_at  timestamptz,
    confirmed_at  timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    rows_changed  bigint      NOT NULL,
    rows_removed  bigint      NOT NULL
);
COMMENT ON TABLE publication IS 'Each state of all results that was written here; the one with the greatest id is the present one';
COMMENT ON COLUMN publication.version IS 'Digest of the content, as in every answer of REST';
COMMENT ON COLUMN publication.build IS 'Version of the service that wrote it';
COMMENT ON COLUMN publication.methods IS 'Version of the methods';
COMMENT ON COLUMN publication.as_of IS 'Facts dated after this do not count; null while a new one is being applied';
COMMENT ON COLUMN publication.published_at IS 'When the newest result in it was published; null where nothing was';
COMMENT ON COLUMN publication.confirmed_at IS 'It holds everything that was published by then; of two writers the one with the later time is right';
COMMENT ON COLUMN publication.recorded_at IS 'When it was written here';
COMMENT ON COLUMN publication.rows_changed IS 'Rows that came or changed with it';
COMMENT ON COLUMN publication.rows_removed IS 'Rows that went with it';

CREATE TABLE published_row (
    dataset             text        NOT NULL,
    row_key             jsonb       NOT NULL,
    content             jsonb       NOT NULL,
    first_published_at  timestamptz NOT NULL,
    changed_at          timestamptz NOT NULL,
    publication         bigint      NOT NULL,
    PRIMARY KEY (dataset, row_key)
);
COMMENT ON TABLE published_row IS 'Every row that is published now, as JSON; the views make columns of it';
COMMENT ON COLUMN published_row.dataset IS 'The path of the table in REST, without /v1/ and with - for /';
COMMENT ON COLUMN published_row.row_key IS 'What the row is about: no two rows of a dataset have the same';
COMMENT ON COLUMN published_row.content IS 'The row as REST answers it, with all digits';
COMMENT ON COLUMN published_row.first_published_at IS 'When a row with this key was first seen here';
COMMENT ON COLUMN published_row.changed_at IS 'When its content was last published anew';
COMMENT ON COLUMN published_row.publication IS 'Id of the publication in which its content last changed';
