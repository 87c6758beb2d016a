package io.bgvbridge.sandbox.cli;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.checkr.CheckrSimulator;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stack.Port;
import io.bgvbridge.sandbox.stack.Ports;
import io.bgvbridge.sandbox.stack.StateDirectory;
import io.bgvbridge.sandbox.stackone.StackOneSimulator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code bgv up} tells its user: a curl for each step of a check's way, addresses,
 * credentials, and the way to a first check in the browser.
 *
 * @param addresses gateway and simulators
 * @param operator the operator
 * @param ports all ports
 * @param state the stack's folder
 * @param instances how many instances of each service run
 */
record Directions(Addresses addresses, Operator operator, Ports ports, StateDirectory state, int instances) {

	private static final String ADDRESSES = """

			# The same for scripts

			  gateway               ${gateway}       (operators' API under /api)
			  Ashby's simulator     ${sandbox}/ashby        (key ${ashbyKey})
			  SpringVerify's        ${sandbox}/springverify (token ${springVerifyToken})
			  StackOne's            ${sandbox}/stackone     (key ${stackOneKey}, account ${stackOneAccount}, signs with ${stackOneSecret})
			  Checkr's              ${sandbox}/checkr       (key ${checkrKey}, which it signs with)
			  what they can do      ${sandbox}/routes   (calls, faults and every route)
			  Kafka                 127.0.0.1:${kafka}
			  schema registry       http://localhost:${registry}
			  PostgreSQL            127.0.0.1:${postgres}   (role postgres, password in ${state}/secrets.json)
			  logs                  ${state}/logs
			""";

	/** Said last, so that it is what a new user sees. */
	private static final String FIRST_CHECK = """

			Ready. Ctrl-C stops everything.

			  console               ${console}
			  log in as             ${user} / ${password}
			  the vendors' pages    ${sandbox}/
			${furtherGateways}
			Your first check in three minutes, in the browser:

			  1. Log in to the console, press Connect and choose SpringVerify. Ashby: key ${ashbyKey},
			     address ${sandbox}/ashby. SpringVerify: token ${springVerifyToken},
			     address ${sandbox}/springverify.
			  2. Both sides are tested. Paste the External API Token and the Base URL that the console then shows into
			     ${sandbox}/ashby/app/integrations, and callback address and secret into
			     ${sandbox}/springverify/portal.
			  3. On ${sandbox}/ashby/ choose Meera Nair, press Start Assessment and choose a package.
			  4. On ${sandbox}/springverify/portal press Candidate answers, then Completed.
			  5. Meera's page in Ashby shows the result by itself, and Full report opens with the console's login.
			""";

	private static final String FURTHER_GATEWAYS = """
			  gateways              ${gateways}
			                        The first is the public one. A real deployment has a load balancer before all of
			                        them, with sticky sessions for the console: a login lives in one instance.
			""";

	private static final String STEPS = """
			# A check's way, ready to paste into sh or bash

			# how to post JSON, and how to pick the first value of a name from JSON
			post() { curl -sS -H 'Content-Type: application/json' "$@"; }
			pick() { grep -o "\\"$1\\":\\"\\{0,1\\}[^\\",}]*" | head -1 | sed 's/^[^:]*:"\\{0,1\\}//'; }
			operator='${user}:${password}'

			# 1. connect Ashby and SpringVerify (the answer shows its token and secret this once)
			connection=$(post -u "$operator" ${gateway}/api/connections -d '${connection}'); echo "$connection"

			# 2. the connection is tested at both sides: LIVE
			until curl -sS -u "$operator" ${gateway}/api/connections/$(echo "$connection" | pick connectionId) | grep LIVE; do sleep 1; done

			# 3. paste token and callback where the vendors want them
			post ${sandbox}/ashby/ui/integration -d "{\\"baseUrl\\":\\"$(echo "$connection" | pick baseUrl)\\",\\"externalApiToken\\":\\"$(echo "$connection" | pick externalApiToken)\\"}"; echo
			post ${sandbox}/springverify/ui/callback -d "{\\"url\\":\\"$(echo "$connection" | pick callbackUrl)\\",\\"secret\\":\\"$(echo "$connection" | pick callbackSecret)\\"}"; echo

			# 4. what the recruiter can start
			until types=$(curl -sS ${sandbox}/ashby/ui/assessment-types) && [ "$types" != "[]" ]; do sleep 1; done; echo "$types"

			# 5. the recruiter adds a candidate and presses Start
			candidate=$(post ${sandbox}/ashby/ui/candidates -d "{\\"firstName\\":\\"Asha\\",\\"lastName\\":\\"Rao\\",\\"email\\":\\"asha.$(date +%s)@example.com\\",\\"phone\\":\\"+91 9$(date +%s | cut -c2-10)\\"}" | pick candidateId)
			started=$(post ${sandbox}/ashby/ui/start -d "{\\"assessmentTypeId\\":\\"$(echo "$types" | pick assessmentTypeId)\\",\\"candidateId\\":\\"$candidate\\"}"); echo "$started"
			assessment=$(echo "$started" | pick assessmentId)

			# 6. the candidate is at SpringVerify (newest first) ...
			until curl -sS ${sandbox}/springverify/ui/candidates | grep "$assessment" >/dev/null; do sleep 1; done
			order=$(curl -sS ${sandbox}/springverify/ui/candidates | pick id); echo "candidate $order"

			# 7. ... and fills in the form; then SpringVerify completes the check and calls back
			post ${sandbox}/springverify/ui/candidates/$order/submit-form -d '{}'; echo
			post ${sandbox}/springverify/ui/candidates/$order/complete -d '{}'; echo

			# 8. what Ashby shows, once the result is there
			until curl -sS ${sandbox}/ashby/ui/assessments/$assessment | grep '"state":"complete"'; do sleep 1; done

			# 9. the report, with the operator's login
			curl -sS -u "$operator" -o report.pdf -w '%{http_code} %{content_type}\\n' ${gateway}/reports/$assessment

			# 10. every hop
			curl -sS -u "$operator" ${gateway}/api/verifications/$assessment; echo

			# 11. Ashby's Cancel button (for an open check; a completed one stays completed)
			post ${sandbox}/ashby/ui/assessments/$assessment/cancel -d '{}'; echo

			# 12. a stage that starts checks by itself: the rule, Ashby's webhook, and a candidate who is moved there
			package=$(curl -sS -u "$operator" ${gateway}/api/connections/$(echo "$connection" | pick connectionId)/packages | pick packageKey)
			post -u "$operator" -X PATCH ${gateway}/api/connections/$(echo "$connection" | pick connectionId) -d "{\\"ashby\\":{\\"webhookSecret\\":\\"${webhookSecret}\\"},\\"autoStart\\":{\\"stageTitle\\":\\"Hand-made check\\",\\"packageKey\\":\\"$package\\"}}"; echo
			post ${sandbox}/ashby/ui/webhooks -d "{\\"requestUrl\\":\\"$(echo "$connection" | pick webhookUrl)\\",\\"secretToken\\":\\"${webhookSecret}\\"}"; echo
			candidate=$(post ${sandbox}/ashby/ui/candidates -d "{\\"firstName\\":\\"Asha\\",\\"lastName\\":\\"Rao\\",\\"email\\":\\"asha.stage.$(date +%s)@example.com\\",\\"phone\\":\\"+91 8$(date +%s | cut -c2-10)\\"}" | pick candidateId)
			post ${sandbox}/ashby/ui/candidates/$candidate/move -d '{"stageTitle":"Hand-made check"}'; echo
			""";

	String text() {
		return "\n" + script() + filled(ADDRESSES) + filled(FIRST_CHECK);
	}

	/**
	 * The steps alone, a shell script.
	 * @return the script
	 */
	String script() {
		return filled(STEPS);
	}

	private String filled(String template) {
		return template.replace("${furtherGateways}\n", (this.instances > 1) ? FURTHER_GATEWAYS + "\n" : "\n")
			.replace("${gateways}", gateways())
			.replace("${console}", this.addresses.console())
			.replace("${gateway}", this.addresses.gateway())
			.replace("${sandbox}", this.addresses.sandbox())
			.replace("${user}", this.operator.user())
			.replace("${password}", this.operator.password())
			.replace("${ashbyKey}", AshbySimulator.API_KEY)
			.replace("${springVerifyToken}", SpringVerifySimulator.API_TOKEN)
			.replace("${stackOneKey}", StackOneSimulator.API_KEY)
			.replace("${stackOneAccount}", StackOneSimulator.ACCOUNT_ID)
			.replace("${stackOneSecret}", StackOneSimulator.SIGNING_SECRET)
			.replace("${checkrKey}", CheckrSimulator.API_KEY)
			.replace("${webhookSecret}", "hand-made-secret-of-the-webhook")
			.replace("${kafka}", Integer.toString(this.ports.of(Port.KAFKA)))
			.replace("${registry}", Integer.toString(this.ports.of(Port.REGISTRY)))
			.replace("${postgres}", Integer.toString(this.ports.of(Port.POSTGRES)))
			.replace("${state}", this.state.path().toString())
			.replace("${connection}",
					JsonMapper.shared()
						.writeValueAsString(this.addresses.connection("hand made",
								SpringVerifyPortal.connection(this.addresses.vendors()))));
	}

	private String gateways() {
		return IntStream.rangeClosed(1, this.instances)
			.mapToObj((instance) -> "http://localhost:" + this.ports.of(Port.GATEWAY, instance))
			.collect(Collectors.joining(" "));
	}

}
