package io.bgvbridge.gateway.console;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Styles and scripts of the pages; all come from this service.
 */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

	/** The version is the pom's. */
	private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.7/dist/";

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/console/assets/**")
			.addResourceLocations("classpath:/console-assets/", HTMX)
			.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
	}

}
