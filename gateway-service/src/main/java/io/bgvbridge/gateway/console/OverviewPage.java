package io.bgvbridge.gateway.console;

import java.util.List;

import io.bgvbridge.gateway.failure.Failures;
import io.bgvbridge.gateway.verification.Figures;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page: how everything stands.
 */
@Controller
class OverviewPage {

	private final Figures figures;

	private final Failures failures;

	private final Words words;

	OverviewPage(Figures figures, Failures failures, Words words) {
		this.figures = figures;
		this.failures = failures;
		this.words = words;
	}

	@GetMapping("/console")
	String show(Model model) {
		List<Figures.Count> open = this.figures.open();
		model.addAttribute("open", open.stream().mapToLong(Figures.Count::checks).sum());
		model.addAttribute("states",
				Bars.of(open.stream()
					.map((count) -> new Bars.Value(this.words.code(count.state().name()), count.checks(),
							String.valueOf(count.checks())))
					.toList()));
		model.addAttribute("ages",
				Bars.of(this.figures.ages()
					.stream()
					.map((age) -> new Bars.Value(age.words(), age.checks(), String.valueOf(age.checks())))
					.toList()));
		this.figures.turnaround().ifPresent((completed) -> addTurnaround(model, completed));
		model.addAttribute("oldest", this.figures.oldest());
		model.addAttribute("failures", this.failures.count());
		return "console/overview";
	}

	private void addTurnaround(Model model, List<Figures.Completed> completed) {
		if (!completed.isEmpty()) {
			model.addAttribute("median", this.words.span(completed.getLast().median()));
		}
		model.addAttribute("weeks",
				Bars.of(completed.stream()
					.filter((some) -> some.week() != null)
					.map((some) -> new Bars.Value("Week of " + some.week(), some.median().toSeconds(),
							this.words.span(some.median()) + " (" + some.checks() + " checks)"))
					.toList()));
	}

}
