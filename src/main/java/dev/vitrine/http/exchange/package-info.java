/// What every protocol of the endpoint needs of one request and its answer: who sent it and by
/// which [dev.vitrine.http.exchange.Entry], the body in any form that may carry it, the run it asks
/// for, and what is answered, whole or while it comes, or refused.
///
/// @see dev.vitrine.http.exchange.Answers
/// @see dev.vitrine.http.exchange.RequestBody
package dev.vitrine.http.exchange;
