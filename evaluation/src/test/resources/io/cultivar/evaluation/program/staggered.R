# Callaway and Sant'Anna (2021) without covariates, person by person, with the conventions of the R package did (varying
# base period, analytical standard errors): influence functions as an N x J matrix, estimated weights as in did's wif().
# Reads staggered-people.tsv and writes staggered.tsv: Rscript staggered.R > staggered.tsv (R 4.2.2, base and stats only)
people <- read.delim("staggered-people.tsv")
cat("panel", "comparison", "kind", "start", "period", "elapsed", "treated", "controls", "value", "se", "p", "lower", "upper\n",
    sep = "\t")

estimate <- function(panel, comparison) {
  ours <- people[people$panel == panel, ]
  y <- as.matrix(ours[, -(1:2)])
  start <- ifelse(is.na(ours$start), Inf, ours$start)
  ends <- ncol(y)
  n <- nrow(y)
  se <- function(phi) sqrt(mean(phi^2) / length(phi))
  row <- function(kind, start, period, elapsed, treated, controls, value, s) {
    fields <- c(panel, comparison, kind, start, period, elapsed, treated, controls,
                sprintf("%.17g", c(value, s, 2 * pnorm(-abs(value / s)), value - qnorm(.975) * s, value + qnorm(.975) * s)))
    cat(paste(fields, collapse = "\t"), "\n", sep = "")
  }

  # Every ATT(g, t) that two people on both sides can tell
  group_times <- function(y, start, print) {
    n <- nrow(y)
    cohorts <- sort(unique(start[start > 1 & start <= ends]))
    # As did does: where everybody is treated in the end, the last cohort only serves as comparison
    if (comparison == "not-yet-treated" && all(start <= ends)) cohorts <- setdiff(cohorts, max(start))
    found <- list(att = c(), g = c(), t = c(), controls = c(), phi = NULL)
    for (g in cohorts) for (t in 2:ends) {
      d <- y[, t] - y[, if (t >= g) g - 1 else t - 1]
      treated <- start == g & !is.na(d)
      control <- (if (comparison == "never-treated") start == Inf else start > t & start != g) & !is.na(d)
      if (sum(treated) < 2 || sum(control) < 2) next
      # The regression of the change on being treated, with HC0 errors
      fit <- lm(d ~ treated, subset = treated | control)
      x <- model.matrix(fit)
      hc0 <- solve(crossprod(x)) %*% crossprod(x * resid(fit)) %*% solve(crossprod(x))
      att <- unname(coef(fit)[2])
      if (print) row("group-time", g, t, NA, sum(treated), sum(control), att, sqrt(hc0[2, 2]))
      d[is.na(d)] <- 0
      phi <- n * (treated * (d - mean(d[treated])) / sum(treated) - control * (d - mean(d[control])) / sum(control))
      found <- list(att = c(found$att, att), g = c(found$g, g), t = c(found$t, t),
                    controls = c(found$controls, sum(control)), phi = cbind(found$phi, phi))
    }
    found
  }
  group_times(y, start, TRUE)

  complete <- complete.cases(y)
  start <- start[complete]
  with(group_times(y[complete, ], start, FALSE), {
    n <- length(start)
    pg <- sapply(g, function(k) mean(start == k))
    wif <- function(keep) {
      total <- sum(pg[keep])
      if1 <- sapply(keep, function(k) ((start == g[k]) - pg[k]) / total)
      if2 <- rowSums(sapply(keep, function(k) (start == g[k]) - pg[k])) %*% t(pg[keep] / total^2)
      if1 - if2
    }
    treated <- function(keep) sum(start %in% g[keep])
    by_size <- function(kind, start, period, elapsed, keep) {
      w <- pg[keep] / sum(pg[keep])
      row(kind, start, period, elapsed, treated(keep), min(controls[keep]), sum(att[keep] * w),
          se(phi[, keep, drop = FALSE] %*% w + wif(keep) %*% att[keep]))
    }
    by_size("simple", NA, NA, NA, which(t >= g))
    for (e in sort(unique(t - g))) by_size("dynamic", NA, NA, e, which(t - g == e))
    for (k in unique(g[t >= g])) {
      keep <- which(g == k & t >= g)
      row("group", k, NA, NA, treated(keep), min(controls[keep]), mean(att[keep]), se(rowMeans(phi[, keep, drop = FALSE])))
    }
    for (k in sort(unique(t[t >= g]))) by_size("calendar", NA, k, NA, which(t == k & t >= g))
    # Of the effects before, the latest, as many as (n - 1) / 3 of each cohort, in (n - 1) / 3 periods of each comparison group
    pre <- c()
    for (k in order(g - t, g)) if (t[k] < g[k]) {
      own <- sum(g[pre] == g[k]) + 1
      if (own <= (sum(start == g[k]) - 1) / 3 && length(unique(t[c(pre, k)])) <= (controls[k] - 1) / 3) pre <- c(pre, k)
    }
    q <- length(pre)
    if (q > 0) {
      # The covariance that each cohort adds, with the divisor n - 1 for what varies within it
      v <- lapply(split(as.data.frame(phi[, pre, drop = FALSE] / n), start), function(p) {
        m <- nrow(p)
        within <- if (m > 1) m * cov(p) else 0
        list(v = within + m * tcrossprod(colMeans(p)), df = max(m - 1, 1))
      })
      all <- solve(Reduce(`+`, lapply(v, `[[`, "v")))
      # Krishnamoorthy and Yu (2004)
      nu <- (q + q^2) / sum(sapply(v, function(c) (sum(diag(c$v %*% all %*% c$v %*% all)) + sum(diag(c$v %*% all))^2) / c$df))
      f <- drop(t(att[pre]) %*% all %*% att[pre]) * (nu - q + 1) / (nu * q)
      cat(paste(c(panel, comparison, "pre-trend", NA, NA, q, NA, NA, sprintf("%.17g", c(f, nu - q + 1)),
                  sprintf("%.17g", pf(f, q, nu - q + 1, lower.tail = FALSE)), NA, NA), collapse = "\t"), "\n", sep = "")
    }
  })
  invisible()
}

estimate("complete", "not-yet-treated")
estimate("complete", "never-treated")
estimate("all-treated", "not-yet-treated")
estimate("incomplete", "not-yet-treated")
estimate("incomplete", "never-treated")
estimate("larger", "not-yet-treated")
estimate("larger", "never-treated")
