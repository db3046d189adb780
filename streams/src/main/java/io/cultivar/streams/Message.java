package io.cultivar.streams;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.evaluation.publication.ScopeChanges;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import org.jspecify.annotations.Nullable;

/**
 * What the stages tell each other. Every message is absolute, never a difference: the latest one of a key says all, so
 * that a repeated one changes nothing and the topics may be compacted.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Definition.class, name = "definition"),
    @JsonSubTypes.Type(value = Message.PartialSums.class, name = "partial-sums"),
    @JsonSubTypes.Type(value = Message.Changes.class, name = "changes"),
    @JsonSubTypes.Type(value = Message.Refolding.class, name = "refolding"),
    @JsonSubTypes.Type(value = Progress.class, name = "progress")
})
sealed interface Message permits Message.Definition, Message.PartialSums, Message.Changes, Message.Refolding, Progress {

    /** The key of the record that carries this message. */
    String key();

    /** The scope whose task needs it; null for all tasks. */
    @Nullable
    String scope();

    /** What a program or metric means now; neither where its definition is gone. */
    record Definition(
            String subject,
            @Nullable ProgramDefined program,
            @Nullable MetricDefined metric) implements Message {

        /** Whether nothing defines the subject any more. */
        @JsonIgnore
        boolean isGone() {
            return program == null && metric == null;
        }

        @Override
        public String key() {
            return subject;
        }

        @Override
        public @Nullable String scope() {
            return null;
        }
    }

    /**
     * All that one partition adds to one cell; null where it no longer adds anything. The latter travels as a record without
     * a value: the key may hold what a person wrote, and only then does a compacted topic forget it.
     */
    record PartialSums(String origin, Cell cell, @Nullable Sums sums) implements Message {

        /** What a record without a value says. */
        static PartialSums gone(String key) {
            int end = key.indexOf('\n');
            return new PartialSums(key.substring(0, end), CellKey.parse(key.substring(end + 1)), null);
        }

        /** Whether the partition no longer adds anything. */
        @JsonIgnore
        boolean isGone() {
            return sums == null;
        }

        @Override
        public String key() {
            return origin + "\n" + CellKey.of(cell);
        }

        @Override
        public String scope() {
            return cell.scope();
        }
    }

    /**
     * What changed one partition's part of a scope, and how lately; sent behind the sums that it changed. In front of them
     * the same without changes: until the other comes, the sums do not fit together.
     */
    record Changes(String origin, String scope, @Nullable ScopeChanges changes) implements Message {
        @Override
        public String key() {
            return origin + "\nchanges\n" + scope;
        }
    }

    /** Whether one partition is still applying a changed definition to the people of a program. */
    record Refolding(String origin, String program, boolean underway) implements Message {
        @Override
        public String key() {
            return origin + "\nrefolding\n" + program;
        }

        @Override
        public String scope() {
            return SubjectKind.PROGRAM.key(program);
        }
    }
}
