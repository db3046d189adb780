package io.cultivar.evaluation.facts;

import io.cultivar.contract.event.Event;

/**
 * What is kept under one identity (source, id): the content that stands, and whether another one was seen.
 *
 * @param event the content that stands: of all seen, the one with the greatest content hash
 * @param conflicted whether a different content was seen under the same identity
 * @param arrival when this came to be so, counted in rounds of folding: what facts mean does not depend on it, only what is
 *     said about why a result changed
 */
public record StoredFact(Event event, boolean conflicted, long arrival) {

    /** A first content. */
    public static StoredFact of(Event event, long arrival) {
        return new StoredFact(event, false, arrival);
    }

    /**
     * What stands after one more event with this identity came. The same content changes nothing; of different ones the
     * greater hash stands, so that the order of arrival does not matter.
     */
    public StoredFact merge(Event incoming, long incomingArrival) {
        String standing = event.contentHash();
        int order = standing.compareTo(incoming.contentHash());
        if (order == 0 || (order > 0 && conflicted)) {
            return this;
        }
        return new StoredFact(order > 0 ? event : incoming, true, incomingArrival);
    }
}
