"""The chain is made by the database itself, as the last thing before a commit.

A deed waits in `audit_waiting` until its transaction commits; then a deferred trigger takes the locks of the chains
concerned, in one order, and appends. So nobody holds a chain while waiting for a row, and writers cannot dead-lock;
a transaction that fails leaves no line and no gap. The application has no right on either table but to read lines: it
calls `audit_write`, which takes the agency from what was announced.
"""

from django.db import migrations

FORWARD = r"""
CREATE UNLOGGED TABLE audit_waiting (
    id bigint PRIMARY KEY DEFAULT nextval(pg_get_serial_sequence('audit_line', 'id')),
    chain bigint NOT NULL,
    actor text NOT NULL CHECK (actor ~ '^[A-Za-z0-9_.:-]{1,60}$'),
    action text NOT NULL CHECK (action ~ '^[a-z0-9_]+(\.[a-z0-9_]+)+$' AND length(action) <= 80),
    thing text NOT NULL CHECK (thing ~ '^[A-Za-z0-9_.:/-]{0,120}$'),
    figures text NOT NULL CHECK (figures ~ '^\{[\x20-\x7e]*\}$' AND length(figures) <= 4000)
);

-- What is granted by default on each new table is taken back, whoever it was granted to.
DO $$ DECLARE other regrole; BEGIN
    FOR other IN SELECT DISTINCT grantee::regrole FROM pg_class, aclexplode(relacl)
                 WHERE oid = 'audit_waiting'::regclass AND grantee NOT IN (0, relowner) LOOP
        EXECUTE format('REVOKE ALL ON audit_waiting FROM %s', other);
    END LOOP;
END $$;

CREATE FUNCTION audit_write(actor text, action text, thing text, figures text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    speaks bigint := NULLIF(current_setting('prongsai.agency', true), '')::bigint;
    ticket bigint;
BEGIN
    IF speaks IS NULL THEN
        RAISE EXCEPTION 'nobody speaks' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO audit_waiting (chain, actor, action, thing, figures)
        VALUES (speaks, audit_write.actor, audit_write.action, audit_write.thing, audit_write.figures)
        RETURNING id INTO ticket;
    RETURN ticket;
END $$;

CREATE FUNCTION audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    told text := COALESCE(current_setting('prongsai.agency', true), '');
    of_chain bigint;
    waiting record;
    newest record;
    written timestamptz;
    following bigint;
    earlier bytea;
    body text;
BEGIN
    IF NOT EXISTS (SELECT FROM audit_waiting WHERE id = NEW.id) THEN
        RETURN NULL; -- taken with the first of this transaction
    END IF;
    FOR of_chain IN SELECT DISTINCT chain FROM audit_waiting ORDER BY chain LOOP
        PERFORM pg_advisory_xact_lock((20300::bigint << 48) + of_chain);
        PERFORM set_config('prongsai.agency', of_chain::text, true);
        SELECT seq, hash, at INTO newest FROM audit_line
            WHERE COALESCE(agency_id, 0) = of_chain ORDER BY seq DESC LIMIT 1;
        following := COALESCE(newest.seq, 0);
        earlier := COALESCE(newest.hash, decode(repeat('00', 32), 'hex'));
        FOR waiting IN SELECT * FROM audit_waiting WHERE chain = of_chain ORDER BY id LOOP
            written := clock_timestamp();
            following := following + 1;
            body := '{"action":"' || waiting.action || '","actor":"' || waiting.actor || '","at":"'
                || to_char(written AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                || '","chain":' || of_chain || ',"figures":' || waiting.figures
                || ',"previous":"' || encode(earlier, 'hex') || '","seq":' || following
                || ',"thing":"' || waiting.thing || '"}';
            INSERT INTO audit_line (id, agency_id, seq, at, actor, action, thing, figures, previous, hash, clock_went_back)
                VALUES (waiting.id, NULLIF(of_chain, 0), following, written, waiting.actor, waiting.action,
                        waiting.thing, waiting.figures, earlier, sha256(convert_to(body, 'UTF8')),
                        COALESCE(written < newest.at, false))
                RETURNING seq, hash, at INTO newest;
            earlier := newest.hash;
        END LOOP;
    END LOOP;
    DELETE FROM audit_waiting;
    PERFORM set_config('prongsai.agency', told, true);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER audit_chain AFTER INSERT ON audit_waiting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain();

CREATE FUNCTION audit_witnessed(tickets bigint[], of_chain bigint) RETURNS TABLE (seq bigint, hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    told text := COALESCE(current_setting('prongsai.agency', true), '');
BEGIN
    PERFORM set_config('prongsai.agency', of_chain::text, true);
    RETURN QUERY SELECT l.seq, l.hash FROM audit_line l WHERE l.id = ANY(tickets) ORDER BY l.seq;
    PERFORM set_config('prongsai.agency', told, true);
END $$;

CREATE FUNCTION audit_ends() RETURNS TABLE (chain bigint, seq bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    told text := COALESCE(current_setting('prongsai.agency', true), '');
BEGIN
    FOR chain IN SELECT 0::bigint UNION ALL SELECT id FROM agency_agency ORDER BY 1 LOOP
        PERFORM set_config('prongsai.agency', chain::text, true);
        SELECT max(l.seq) INTO seq FROM audit_line l WHERE COALESCE(l.agency_id, 0) = chain;
        IF seq IS NOT NULL THEN RETURN NEXT; END IF;
    END LOOP;
    PERFORM set_config('prongsai.agency', told, true);
END $$;
"""

BACKWARD = """
DROP FUNCTION audit_ends;
DROP FUNCTION audit_witnessed;
DROP FUNCTION audit_write;
DROP TABLE audit_waiting;
DROP FUNCTION audit_chain;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
