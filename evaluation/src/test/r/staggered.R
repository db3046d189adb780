# Reference values for StaggeredPanelTest: Callaway and Sant'Anna (2021) without covariates, person by person, with the
# conventions of the R package did (varying base period, analytical standard errors): influence functions as an N x J
# matrix, estimated weights as did's wif(). Run: Rscript staggered.R
options(digits = 17)
never <- Inf
y <- matrix(c(
  10, 12, 15, 19, 20, 24,   # start 3
  14, 13, 19, 20, 25, 26,
   9, 11, 12, 17, 19, 19,
  20, 22, 28, 27, 33, 35,
  11, 12, 13, 18, 21, 25,   # start 4
  16, 15, 17, 24, 23, 30,
   8, 11, 11, 14, 19, 18,
  13, 12, 15, 15, 16, 17,   # never
  10, 12, 11, 14, 13, 16,
  18, 19, 22, 21, 23, 22,
   7,  9,  8, 10, 12, 11,
  15, 14, 17, 19, 18, 21), ncol = 6, byrow = TRUE)
start <- c(3, 3, 3, 3, 4, 4, 4, never, never, never, never, never)

se <- function(phi) sqrt(mean(phi^2) / length(phi))
show <- function(label, est, phi) {
  s <- se(phi)
  cat(sprintf("%-22s %.17g %.17g p=%.10g [%.17g, %.17g]\n", label, est, s, 2 * pnorm(-abs(est / s)),
              est - qnorm(.975) * s, est + qnorm(.975) * s))
}

estimate <- function(y, start, group) {
  n <- nrow(y)
  ends <- ncol(y)
  gs <- sort(unique(start[start > 1 & start <= ends]))
  # did drops the last cohort where nobody is left beyond it to compare with
  if (group == "notyet" && all(start <= ends)) gs <- gs[gs < max(start)]
  att <- g <- t <- c()
  phi <- NULL
  for (gg in gs) for (tt in 2:ends) {
    base <- if (tt >= gg) gg - 1 else tt - 1
    dy <- y[, tt] - y[, base]
    treated <- start == gg
    control <- if (group == "notyet") start > tt & !treated else start == never
    if (sum(control) < 2 || sum(treated) < 2) next
    # the regression of the change on being treated among the two sides, HC0
    one <- treated | control
    fit <- lm(dy[one] ~ treated[one])
    psi <- n * (treated * (dy - mean(dy[treated])) / sum(treated) - control * (dy - mean(dy[control])) / sum(control))
    stopifnot(abs(coef(fit)[2] - (mean(dy[treated]) - mean(dy[control]))) < 1e-6)
    x <- model.matrix(fit)
    hc0 <- solve(crossprod(x)) %*% crossprod(x * resid(fit)) %*% solve(crossprod(x))
    stopifnot(abs(sqrt(hc0[2, 2]) - se(psi)) < 1e-6)
    att <- c(att, mean(dy[treated]) - mean(dy[control]))
    g <- c(g, gg)
    t <- c(t, tt)
    phi <- cbind(phi, psi)
    show(sprintf("ATT(%d,%d) %d:%d", gg, tt, sum(treated), sum(control)), tail(att, 1), psi)
  }
  pg <- sapply(g, function(k) mean(start == k))
  wif <- function(keep) {
    total <- sum(pg[keep])
    if1 <- sapply(keep, function(k) ((start == g[k]) - pg[k]) / total)
    if2 <- rowSums(sapply(keep, function(k) (start == g[k]) - pg[k])) %*% t(pg[keep] / total^2)
    if1 - if2
  }
  bysize <- function(label, keep) {
    w <- pg[keep] / sum(pg[keep])
    show(label, sum(att[keep] * w), phi[, keep, drop = FALSE] %*% w + wif(keep) %*% att[keep])
  }
  plain <- function(label, keep) show(label, mean(att[keep]), rowMeans(phi[, keep, drop = FALSE]))
  bysize("simple", which(t >= g))
  for (e in sort(unique(t - g))) bysize(sprintf("dynamic %d", e), which(t - g == e))
  for (k in unique(g)) if (any(g == k & t >= g)) plain(sprintf("group %d", k), which(g == k & t >= g))
  for (k in sort(unique(t[t >= g]))) bysize(sprintf("calendar %d", k), which(t == k & t >= g))
  pre <- which(t < g)
  v <- crossprod(phi[, pre, drop = FALSE]) / n
  w <- n * t(att[pre]) %*% solve(v) %*% att[pre]
  cat(sprintf("wald %.17g df=%d p=%.10g\n", w, length(pre), pchisq(w, length(pre), lower.tail = FALSE)))
}

cat("not yet treated\n");                  estimate(y, start, "notyet")
cat("never treated\n");                    estimate(y, start, "never")
cat("not yet treated, the others treated in 6\n")
late <- ifelse(start == never, 6, start);  estimate(y, late, "notyet")
