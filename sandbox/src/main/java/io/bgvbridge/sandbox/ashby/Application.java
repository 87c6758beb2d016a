package io.bgvbridge.sandbox.ashby;

/**
 * One candidate's application for the sandbox's one job.
 *
 * @param applicationId Ashby's application id
 * @param candidateId Ashby's candidate id
 */
public record Application(String applicationId, String candidateId) {
}
