package io.cultivar.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.threeten.extra.PeriodDuration;

/** Reads an ISO 8601 duration such as {@code P1Y2M3DT4H}. */
final class PeriodDurationReader extends StdScalarDeserializer<PeriodDuration> {

    private static final long serialVersionUID = 1L;

    PeriodDurationReader() {
        super(PeriodDuration.class);
    }

    @Override
    public PeriodDuration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return PeriodDuration.parse(parser.getText());
    }
}
