package io.cultivar.local;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.portfolio.PortfolioEvaluation;
import io.cultivar.evaluation.sums.Sums;
import io.cultivar.local.EvaluationAnswer.DataQuality;
import io.cultivar.oracle.OracleResults;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The answer that {@code evaluate} must give to a set of events, found by the oracle. */
final class Expected {

    private Expected() {}

    static byte[] answer(Collection<String> events, Instant asOf) {
        Sums quality = OracleResults.dataQuality(events, asOf);
        var disclosure = new Disclosure(5);
        List<ProgramResult> programs = OracleResults.of(events, asOf).values().stream()
                .map(disclosure::mark)
                .toList();
        CompanyResult company = disclosure.mark(OracleResults.company(events, asOf));
        var answer = new EvaluationAnswer(
                asOf,
                5,
                new DataQuality(quality.count(0), quality.count(1), quality.count(2)),
                company,
                PortfolioEvaluation.of(programs, company, asOf),
                programs,
                List.of());
        return Json.writePretty(answer).getBytes(StandardCharsets.UTF_8);
    }
}
